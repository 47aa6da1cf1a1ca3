# stderr: full
import warnings
warnings.warn('be careful')
warnings.warn('old', DeprecationWarning)
warnings.warn('future', FutureWarning, stacklevel=1)
def f(): warnings.warn('in f', UserWarning, stacklevel=2)
f()
f()
warnings.simplefilter('error')
warnings.warn('now an error')
