/* Nothing waits between the start value and the first thread that is done. */
int main(void)
{
    int sum = 0;
#pragma omp parallel
    {
        sum = 1;                            //~ race
#pragma omp for reduction(+ : sum) nowait   //~ race
        for (int i = 0; i < 10; i++)
            sum += i;
    }
    return sum;
}
