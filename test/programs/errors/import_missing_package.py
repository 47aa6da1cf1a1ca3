from imaginary.module import thing
