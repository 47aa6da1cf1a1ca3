# stderr: full
def very_long_function_name(parameter_one, parameter_two):
    return (parameter_one +
            parameter_two *
            undefined_thing)
very_long_function_name(
    1,
    2,
)
