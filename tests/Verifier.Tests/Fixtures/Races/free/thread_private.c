static int mine;
#pragma omp threadprivate(mine)
int main(void)
{
#pragma omp parallel
    mine = mine + 1;
    return 0;
}
