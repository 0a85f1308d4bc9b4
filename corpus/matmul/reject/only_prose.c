// expect: format
// An answer in words: there is no C in it.
To multiply the matrices quickly, block the loops for the cache, keep an 8 x 8 block of C in registers
and let OpenMP share out the rows. The function matmul_optimized(A, B, C, M, N, K) would then reach most of the peak.
