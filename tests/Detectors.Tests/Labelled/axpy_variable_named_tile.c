void kernel(double alpha, const double *image, double *result, int tiles, int block_size)
{
    for (int tile = 0; tile < tiles; tile++)
        for (int block = 0; block < block_size; block++)
            result[tile * block_size + block] += alpha * image[tile * block_size + block];
}
