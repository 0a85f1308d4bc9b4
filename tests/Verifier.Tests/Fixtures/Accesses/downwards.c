void downwards(double *a, int n)
{
    for (int i = n - 1; i >= 0; i -= 2)
        a[i] = 0;
    int k = n;
    while (k-- > 0)
        a[k] = 1;
}
