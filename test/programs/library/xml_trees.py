# Reading, searching, changing and writing XML.
import io
import xml.etree.ElementTree as ET

TEXT = """<?xml version="1.0"?>
<!-- a small shop -->
<shop name="corner" xmlns:x="urn:extra">
  <item id="1" kind="fruit"><name>apple</name><price currency="EUR">0.50</price></item>
  <item id="2" kind="fruit"><name>pear &amp; quince</name><price currency="EUR">0.75</price></item>
  <item id="3" kind="tool"><name>saw</name><price currency="EUR">12</price><x:note>sharp &#8364;</x:note></item>
  <empty/>
</shop>
"""
root = ET.fromstring(TEXT)
print(root.tag, root.attrib, len(root), root.get("missing", "none"))
for item in root.findall("item"):
    print(item.get("id"), item.find("name").text, float(item.findtext("price")))
for path in ["item[@kind='fruit']", "item[2]", "item[last()]", "item[name='saw']", ".//price", "*", ".//price/..", "item[name]/price", "nothing", "./item/name",
             "{urn:extra}note", ".//{urn:extra}note", ".//{*}note", "item[@id!='2']", ".//name[.='apple']"]:
    print(path, [(each.tag, (each.text or "").strip()) for each in root.findall(path)])
print([each.tag for each in root.iter()])
print("|".join(text.strip() for text in root.itertext() if text.strip()))
print(root.findtext(".//n:note", namespaces={"n": "urn:extra"}))

for item in root.findall("item"):
    if float(item.find("price").text) < 0.6:
        root.remove(item)
    else:
        item.set("checked", "yes")
added = ET.SubElement(root, "item", id="4")
ET.SubElement(added, "name").text = 'x < "y" & z'
added.append(ET.Comment(" new "))
print(ET.tostring(root, encoding="unicode"))

tree = ET.ElementTree(ET.Element("list", {"a": "1", "b": "<&\"'>"}))
for number in range(3):
    ET.SubElement(tree.getroot(), "n").text = str(number)
ET.indent(tree)
ET.dump(tree)
file = io.BytesIO()
tree.write(file, encoding="utf-8", xml_declaration=True)
print(file.getvalue())
print(ET.tostring(ET.fromstring("<p>a<br/>b</p>"), method="html"), ET.tostring(ET.fromstring("<p>a<b>c</b></p>"), method="text"))

for wrong in ["<a><b></a>", "<a>", "", "<a/><b/>", "<a>&nope;</a>", "<a b='1' b='2'/>", "<a b=1/>", "text", "<a>& b</a>", "<p:a/>"]:
    try:
        ET.fromstring(wrong)
    except ET.ParseError as error:
        print(repr(wrong), error, error.code, error.position)
for event, element in ET.iterparse(io.StringIO("<a><b>1</b><c/></a>"), events=("start", "end")):
    print(event, element.tag, end="; ")
print()
for bad in ["item[", "/item", "item[0]", "item[@id=1]"]:
    try:
        print(root.findall(bad) if bad != "item[" else "-")
    except SyntaxError as error:
        print(bad, error)
try:
    root.append("text")
except TypeError as error:
    print(error)
