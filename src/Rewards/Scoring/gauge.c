// The same work every time, by a whole team: the processors' clocks and what others take of them are all that can change how long it takes.
void gauge(double *x, int count, long rounds)
{
#pragma omp parallel for schedule(static)
    for (int i = 0; i < count; i += 64)
        for (long round = 0; round < rounds; round++)
            for (int j = i; j < i + 64; j++)
                x[j] = 0.5 * x[j] + 1.0;
}
