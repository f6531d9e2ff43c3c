import fc from 'fast-check'

// Before every test. A random desk that fails takes minutes to be made smaller, with nothing else heard of its worker meanwhile, and
// then its whole file is lost with the reason. The first counterexample is told with its seed and path: whoever mends it runs those
// alone, with `endOnFailure: false` to have it made smaller.
fc.configureGlobal({ endOnFailure: true })
