import argparse, logging, sys, io, cmd
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format='%(levelname)s:%(name)s:%(message)s [%(funcName)s %(lineno)d]')
log=logging.getLogger('a.b'); log.debug('x %d',1); log.info('y'); log.warning('%(k)s',{'k':2})
try: raise ZeroDivisionError("x")
except ZeroDivisionError: log.warning("oops")
print(log, logging.getLogger('a').getChild('b') is log, logging.getLevelName(20), log.getEffectiveLevel(), logging.root)
h=logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('{asctime:.0s}{message}',style='{')); h.setLevel('ERROR'); log.addHandler(h); log.propagate=False; log.error('err'); log.info('no'); print(h)
class F(logging.Filter):
    def filter(self, r): return 'z' not in r.getMessage()
log.addFilter(F()); log.error('z'); log.error('ok')
def mk():
    p=argparse.ArgumentParser(prog='prog', description='A test program that does several things and has a long description to wrap.', epilog='the end')
    p.add_argument('file', help='the file'); p.add_argument('rest', nargs='*', type=int, help='numbers')
    p.add_argument('-v','--verbose',action='count',default=0,help='more'); p.add_argument('--num',type=float,default=1.5,metavar='N',help='a number (default: %(default)s)')
    p.add_argument('--mode',choices=['fast','slow'],help='mode'); p.add_argument('--flag',action=argparse.BooleanOptionalAction, help='a flag')
    g=p.add_mutually_exclusive_group(); g.add_argument('--x',action='store_true'); g.add_argument('--y',action='store_const',const=5)
    g=p.add_argument_group('others','some others'); g.add_argument('-o','--output-file',dest='out',default='-'); g.add_argument('--app',action='append'); g.add_argument('--pair',nargs=2,type=int)
    p.add_argument('--version',action='version',version='%(prog)s 1.0')
    return p
p=mk(); p.print_help(); print(p.format_usage()); print(p.parse_args(['f','1','2','-vv','--num=3','--mode','fast','--no-flag','--y','-ofoo','--app','a','--app=b','--pair','1','2']))
sys.stderr=sys.stdout
for a in [[],['f','x'],['f','--mode','zz'],['f','--x','--y'],['f','--num','q'],['f','--bad'],['f','--pair','1'],['-h'],['--version'],['f','--ver'],['f','--o'],['f','--','-1'],['f','-1']]:
    try: print(mk().parse_args(a))
    except SystemExit as e: print('exit',e.code)
p=argparse.ArgumentParser(prog='git'); s=p.add_subparsers(dest='cmd',help='sub help',required=True); a=s.add_parser('add',help='add things',aliases=['a']); a.add_argument('paths',nargs='+'); a.set_defaults(f=1); b=s.add_parser('commit'); b.add_argument('-m'); 
p.print_help(); a.print_help(); print(p.parse_args(['add','x','y']), p.parse_args(['commit','-m','msg']))
for q in [[],['foo'],['add']]:
    try: print(p.parse_args(q))
    except SystemExit as e: print('exit',e.code)
print(mk().parse_known_args(['f','--zzz','-q','3']))
class C(cmd.Cmd):
    prompt='> '
    def do_hi(self,a): 'say hi'; print('hi',a)
    def do_quit(self,a): return True
c=C(); c.onecmd('hi bob'); c.onecmd('foo'); c.onecmd('help'); c.onecmd('help hi'); c.onecmd('help zz'); c.cmdqueue=['hi a','quit']; c.cmdloop()
print(argparse.Namespace(a=1,b='x'), 'a' in argparse.Namespace(a=1))
