static int mine;
#pragma omp threadprivate(mine)
int main(void)
{
    int *mains = &mine;
#pragma omp parallel
    *mains = *mains + 1;
    return 0;
}
