void tails(float *a, int n)
{
    int i = 0;
    for (; i + 8 <= n; i += 8)
        for (int k = 0; k < 8; k++)
            a[i + k] = 0;
    for (; i < n; i++)
        a[i] = 0;
    int j = n / 4 * 4, rest = n % 4, low = n & 15;
    do
        a[j] = a[rest] + a[low];
    while (++j < n);
}
