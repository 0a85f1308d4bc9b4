int first(const int *a, int n)
{
    if (n <= 0)
        return -1;
    int found = a[n - 1];
    for (int i = 0; i < n; i++) {
        if (i == 7)
            continue;
        if (a[i] == 3)
            break;
        found = a[i];
    }
    return found;
}
