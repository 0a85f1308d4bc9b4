int main(void)
{
    int k = 0, seen = 0;
#pragma omp parallel private(seen)
    {
#pragma omp master
        k = 1;     //~ race
        seen = k;  //~ race
    }
    return k;
}
