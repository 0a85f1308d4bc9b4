namespace HpcVerify.Detectors.Policy;

/// <summary>The functions a kernel may not call, by what they are for. Names are as <see cref="ForeignFunction"/> gives them.</summary>
internal static class FunctionFamilies
{
    /// <summary>Reference BLAS and LAPACK names without Fortran's underscores, and the prefixes of libraries that wrap them.</summary>
    public static readonly NameSet LinearAlgebra =
        NameSet.Pairs(
            ["s", "d", "c", "z"],
            NameSet.Words("""
            gemm gemm3m gemmt gemmtr symm hemm trmm trsm syrk herk syr2k her2k gemv gbmv symv hemv sbmv spmv trmv trsv tbmv tbsv
            tpmv tpsv ger geru gerc syr her spr syr2 her2 spr2 axpy axpby scal copy swap dot dotu dotc nrm2 asum rot rotg rotm rotmg
            gemm_batch gemm_batch_strided omatcopy imatcopy omatadd getrf getri getrs gesv gels geqrf orgqr ormqr gesvd gesdd geev
            potrf potrs potri posv sysv sytrf syev syevd trtri trtrs gbsv gtsv ptsv lange lacpy laswp larfb
            """))
        | NameSet.Of(
            """
            cblas_* catlas_* LAPACKE_* lapack_* clapack_* mkl_* MKL_* vml* vsl* openblas_* goto_* atl_* ATL_* bli_* bl1_* libxsmm_*
            flexiblas_* FLA_* gsl_* blas_* BLAS_* plasma_* PLASMA_* magma_* essl_* armpl_* amdlibm_* dnnl_* cudnn* cublas* hipblas*
            rocblas_* fftw_* fftwf_* fftwl_* fftw_plan_* DftiCreate* xerbla sdsdot dsdot isamax idamax icamax izamax scnrm2 dznrm2
            scasum dzasum csscal zdscal csrot zdrot
            """);

    public static readonly NameSet DynamicLoading = NameSet.Of(
        "dlopen dlmopen dlsym dlvsym dlclose dladdr dladdr1 dlinfo dlerror dlopen_mode dl_iterate_phdr lt_dl* g_module_*");

    public static readonly NameSet Processes = NameSet.Of(
        """
        system popen pclose fork vfork clone clone3 execl execlp execle execv execve execvp execvpe execveat fexecve posix_spawn
        posix_spawnp wait wait3 wait4 waitpid waitid kill killpg tgkill raise signal sigaction sigprocmask sigqueue sigsuspend
        sigaltstack sigwait bsd_signal sysv_signal alarm ualarm setitimer timer_create pause ptrace prctl arch_prctl personality
        setjmp longjmp sigsetjmp siglongjmp syscall daemon quick_exit Exit at_quick_exit atexit on_exit cxa_atexit setrlimit prlimit setpgid setsid
        process_vm_readv process_vm_writev pidfd_open pidfd_getfd seccomp unshare setns chroot mprotect pkey_mprotect userfaultfd
        getpid getppid gettid wordexp
        """);

    public static readonly NameSet Network = NameSet.Of(
        """
        socket socketpair bind listen accept accept4 connect send sendto sendmsg sendmmsg recv recvfrom recvmsg recvmmsg shutdown
        getaddrinfo gethostbyname gethostbyaddr getsockopt setsockopt getpeername getsockname gethostname select pselect poll
        ppoll epoll_* res_* curl_*
        """);

    public static readonly NameSet Files = NameSet.Of(
        """
        fopen freopen fdopen fclose fread fwrite fgets fgetc getc ungetc fseek fseeko ftell ftello rewind fgetpos
        fsetpos setbuf setvbuf fscanf scanf vfscanf vscanf gets getchar getline getdelim dprintf
        vdprintf tmpfile tmpnam mkstemp mkdtemp remove rename open openat open_2 openat_2 creat close close_range read
        write readv writev pread pwrite preadv pwritev lseek dup dup2 dup3 pipe pipe2 fcntl ioctl mmap munmap mremap msync madvise
        shm_open shm_unlink shmget shmat shmdt memfd_create sendfile splice tee vmsplice copy_file_range stat fstat lstat fstatat
        statx access faccessat unlink unlinkat link symlink readlink mkdir rmdir opendir readdir closedir ftw nftw glob chdir chmod
        chown truncate ftruncate fallocate fsync sync eventfd inotify_* io_uring_* aio_* fileno fmemopen open_memstream fopencookie
        overflow uflow fcloseall syslog
        """);

    /// <summary>Printing; a stream that is not standard output or error can only come from a function of <see cref="Files"/>.</summary>
    public static readonly NameSet StandardOutput = NameSet.Of(
        "printf vprintf puts putchar putchar_unlocked fprintf vfprintf fputs fputc putc fflush perror");

    /// <summary>
    /// Threads beside OpenMP's. <c>GOMP_*</c>, <c>kmpc_*</c> and <c>kmp_*</c> are what the compiler calls for a directive;
    /// called by hand they make a parallel region that nobody checks.
    /// </summary>
    public static readonly NameSet Threads = NameSet.Of(
        """
        pthread_* sched_* thrd_* mtx_* cnd_* tss_* call_once sem_* futex GOMP_* gomp_* GOACC_* kmpc_* kmp_* nice setpriority
        getpriority numa_* mbind set_mempolicy migrate_pages move_pages sleep usleep nanosleep clock_nanosleep getcontext
        setcontext makecontext swapcontext membarrier rseq
        """);

    public static readonly NameSet ClocksAndEnvironment = NameSet.Of(
        """
        clock clock_gettime clock_getres clock_settime time ftime times timespec_get timespec_getres gettimeofday settimeofday
        omp_get_wtime omp_get_wtick rdtsc rdtscp ia32_rdtsc ia32_rdtscp ia32_rdpmc rdpmc readcyclecounter readsteadycounter getenv
        secure_getenv setenv putenv unsetenv clearenv getauxval sysconf getrusage getcpu get_nprocs get_nprocs_conf uname sysinfo
        getrandom getentropy rand rand_r srand random srandom drand48 lrand48 arc4random backtrace return_address frame_address
        extract_return_addr rdrand* rdseed* ia32_rdrand* ia32_rdseed*
        """);

    /// <summary>Functions that change how floating-point operations round, trap or flush, also after the call is over.</summary>
    public static readonly NameSet FloatingEnvironment = NameSet.Of(
        """
        fesetround fesetenv feupdateenv feholdexcept feenableexcept fedisableexcept fesetmode mm_setcsr MM_SET_FLUSH_ZERO_MODE
        MM_SET_DENORMALS_ZERO_MODE MM_SET_ROUNDING_MODE MM_SET_EXCEPTION_MASK MM_SET_EXCEPTION_STATE ia32_ldmxcsr ia32_fxrstor ia32_fxrstor64 ia32_xrstor
        ia32_xrstor64 fxrstor fxrstor64 xrstor xrstor64 set_fpscr
        """);

    /// <summary>OpenMP's settings, which outlive the call. They only choose a team within the cores the sandbox gives.</summary>
    public static readonly NameSet RuntimeSettings = NameSet.Of(
        """
        omp_set_num_threads omp_set_dynamic omp_set_nested omp_set_schedule omp_set_max_active_levels omp_set_default_device
        omp_set_num_teams omp_set_teams_thread_limit omp_set_affinity_format
        """);

    /// <summary>What tells a kernel about the memory it was given, its stack, its core or its processor's modes.</summary>
    public static readonly NameSet MemorySniffing = NameSet.Of(
        """
        malloc_usable_size object_size dynamic_object_size mallinfo mallinfo2 malloc_info malloc_stats malloc_trim mallopt
        malloc_get_state sbrk brk mincore thread_pointer dwarf_cfa stack_address rdpid_u32 ia32_rdpid readfsbase* readgsbase*
        ia32_rdfsbase* ia32_rdgsbase* xgetbv ia32_xgetbv cpu_supports cpu_is cpu_init cpu_model
        """);

    /// <summary>What keeps something between calls in the thread or in the C library.</summary>
    public static readonly NameSet HiddenState = NameSet.Of(
        """
        errno_location fetestexcept feraiseexcept feclearexcept fesetexcept fesetexceptflag fegetexceptflag fetestexceptflag fegetenv
        fegetmode fegetround mm_getcsr MM_GET_EXCEPTION_STATE MM_GET_EXCEPTION_MASK MM_GET_ROUNDING_MODE MM_GET_FLUSH_ZERO_MODE
        MM_GET_DENORMALS_ZERO_MODE ia32_stmxcsr ia32_fxsave ia32_fxsave64 ia32_xsave ia32_xsave64 fxsave fxsave64 xsave xsave64
        strtok setlocale localeconv mblen mbtowc wctomb
        """);

    public static readonly NameSet Promises = NameSet.Of("unreachable assume assume_aligned assume_separate_storage");

    /// <summary>What belongs to the operating system and the compiler's runtime.</summary>
    public static readonly NameSet System =
        DynamicLoading | Processes | Network | Files | StandardOutput | Threads | ClocksAndEnvironment | FloatingEnvironment | MemorySniffing | HiddenState;

    public static readonly NameSet Forbidden = LinearAlgebra | System;
}
