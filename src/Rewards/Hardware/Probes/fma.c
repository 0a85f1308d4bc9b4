// The peak of fused multiply-adds: independent chains in registers, in bursts so short that few are interrupted.
// VECTOR_BYTES is the width of a register, CHAINS how many are under way at once: more than latency times units.
#include <omp.h>

typedef double lanes __attribute__((vector_size(VECTOR_BYTES)));

static double burst(long turns, double factor, double addend)
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

// Turns a second of all threads together, each at the speed of its fastest burst. The sums are used, so that no turn can be left out.
double fma_probe(long turns, long bursts, double factor, double addend)
{
    double sum = 0, rate = 0;
#pragma omp parallel reduction(+ : sum, rate)
    {
        double best = 0;
        for (long number = 0; number < bursts; number++) {
            double begin = omp_get_wtime();
            sum += burst(turns, factor, addend);
            double seconds = omp_get_wtime() - begin;
            if (best == 0 || seconds < best)
                best = seconds;
        }
        rate = (double)turns / best;
    }
    return sum == 0.5 ? -1 : rate;
}
