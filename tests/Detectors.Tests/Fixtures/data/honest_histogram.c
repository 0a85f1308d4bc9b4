// task: histogram
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    int last = 0, run = 0;
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    if (n > 0 && value[0] == value[n - 1]) //= HV7203
        last = value[0];
    for (int i = 0; i < n; i++) {
        if (value[i] == last) { //= HV7204
            run++;
        } else {
            count[last] += run;
            last = value[i];
            run = 1;
        }
    }
    if (run > 0) //= HV7203
        count[last] += run;
}
