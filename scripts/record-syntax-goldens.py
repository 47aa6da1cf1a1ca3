"""Records what CPython 3.13 says of the texts in test/interp/syntax/errors.txt, as errors.cpython-3.13.json beside it."""
import json
import pathlib
import sys
import warnings

assert sys.version_info[:2] == (3, 13), 'goldens are CPython 3.13 goldens'
warnings.simplefilter('ignore')
here = pathlib.Path(__file__).parent.parent / 'test/interp/syntax'
text = (here / 'errors.txt').read_text(encoding='utf-8')
cases = []
for source in text.split('\n', 1)[1].rstrip('\n').split('\n---\n'):
    source += '\n'
    try:
        compile(source, '<text>', 'exec', dont_inherit=True)
        found = None
    except SyntaxError as error:
        found = [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text]
    cases.append({'source': source, 'error': found})
lines = ',\n'.join(json.dumps(case, ensure_ascii=False) for case in cases)
target = here / 'errors.cpython-3.13.json'
target.write_text(f'{{"version": "{sys.version.split()[0]}", "cases": [\n{lines}\n]}}\n', encoding='utf-8')
print(len(cases), 'texts,', sum(case['error'] is None for case in cases), 'of them valid')
