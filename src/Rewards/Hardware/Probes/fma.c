// The peak of fused multiply-adds: independent chains in registers, the same on every thread.
// VECTOR_BYTES is the width of a register, CHAINS how many are under way at once: more than latency times units.
#include <omp.h>

typedef double lanes __attribute__((vector_size(VECTOR_BYTES)));

static double chains(long turns, double factor, double addend)
{
    lanes sums[CHAINS], factors = factor - (lanes){0}, addends = addend - (lanes){0};
#pragma GCC unroll 32
    for (int chain = 0; chain < CHAINS; chain++)
        sums[chain] = addends * (double)(chain + 1);
    for (long turn = 0; turn < turns; turn++) {
#pragma GCC unroll 32
        for (int chain = 0; chain < CHAINS; chain++)
            sums[chain] = sums[chain] * factors + addends;
    }
    lanes all = sums[0];
#pragma GCC unroll 32
    for (int chain = 1; chain < CHAINS; chain++)
        all += sums[chain];
    double total = 0;
    for (int lane = 0; lane < VECTOR_BYTES / 8; lane++)
        total += all[lane];
    return total;
}

// The seconds of the fastest repetition. The sum is used, so that no turn can be left out.
double fma_probe(long turns, long repetitions, double factor, double addend)
{
    double best = -1, sum = 0;
    for (long repetition = 0; repetition < repetitions; repetition++) {
        double begin = 0, seconds = 0;
#pragma omp parallel reduction(+ : sum)
        {
#pragma omp master
            begin = omp_get_wtime();
#pragma omp barrier
            sum += chains(turns, factor, addend);
#pragma omp barrier
#pragma omp master
            seconds = omp_get_wtime() - begin;
        }
        if (best < 0 || seconds < best)
            best = seconds;
    }
    return sum == 0.5 ? -1 : best;
}
