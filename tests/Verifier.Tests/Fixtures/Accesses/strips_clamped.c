static int minimum(int x, int y)
{
    return x < y ? x : y;
}

void strips(float *a, int m)
{
    for (int ii = 0; ii < m; ii += 64)
        for (int i = ii; i < minimum(ii + 64, m); i++)
            a[i] = 0;
    for (int ii = 0; ii < m; ii += 48) {
        const int end = ii + 48 > m ? m : ii + 48;
        for (int i = ii; i != end; ++i)
            a[i] = 1;
    }
}
