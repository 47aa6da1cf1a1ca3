# A filter may turn the warning into an uncaught error.
import warnings
warnings.simplefilter("error")
print("before")
warnings.warn("now an error", FutureWarning)
