/* Private copies belong to the construct: what it calls sees the originals. Each thread has its own 'mine'. */
static int mine, table[8], count;
#pragma omp threadprivate(mine)

static void touch(int at)
{
    table[at] = count;
}

void copies(double *a, int n)
{
    mine = 2;
#pragma omp parallel private(table, count) if (n > 100)
    {
        count = 3;
        table[count] = 1;
        touch(5);
        a[mine] = 0;
        mine = 4;
        a[mine + 1] = 0;
    }
    a[count] = 1;
}
