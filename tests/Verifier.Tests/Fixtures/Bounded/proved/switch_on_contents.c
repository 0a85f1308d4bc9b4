// task: histogram
// says: bitwise
// Which of the first bins counts hangs on the value; each case is one way, and those that meet join.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    int low[4] = { 0, 0, 0, 0 };
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < n; i++) {
        switch (value[i]) {
        case 0: low[0]++; break;
        case 1:
        case 2: low[value[i] == 1 ? 1 : 2]++; break;
        case 3: low[3]++; break;
        default:
            for (int b = 4; b < bins; b++)
                count[b] += value[i] == b;
        }
    }
    for (int b = 0; b < 4 && b < bins; b++)
        count[b] = low[b];
}
