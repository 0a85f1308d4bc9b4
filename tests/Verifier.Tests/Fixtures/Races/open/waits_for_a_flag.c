int main(void)
{
    int flag = 0, data = 0, seen = 0;
#pragma omp parallel sections
    {
#pragma omp section
        {
            data = 1;
#pragma omp atomic write
            flag = 1;
        }
#pragma omp section
        {
            int now = 0;
            while (now == 0) {
#pragma omp atomic read
                now = flag;
            }
            seen = data;
        }
    }
    return seen;
}
