# stderr: full
raise ExceptionGroup('eg', [ValueError(1), ExceptionGroup('inner', [TypeError(2), KeyError('k')])])
