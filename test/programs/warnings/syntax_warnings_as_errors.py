import warnings
warnings.simplefilter('error')
def t(s):
    try: compile(s,'<f>','exec')
    except SyntaxError as e: print(type(e).__name__, e.args, e.__context__, e.lineno,e.offset,e.text,e.end_offset)
    except BaseException as e: print(repr(e))
    else: print('ok')
t('x is 1'); t('\n\n1 if 0else 2'); t('assert (x, "m")'); t("a = '\\d' 'x'"); t("a=b'\\477'"); t('[(1,2) (3,4)]'); t('[(1,2)[3,4]]'); t('0xfor x in y'); t('  \n1is x')
warnings.simplefilter('ignore')
t('x is 1'); 
