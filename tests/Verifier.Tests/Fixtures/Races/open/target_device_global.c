#pragma omp declare target
int counter;
#pragma omp end declare target

int main(void)
{
#pragma omp target parallel for
    for (int i = 0; i < 100; i++) {
        counter++;
    }
    return 0;
}
