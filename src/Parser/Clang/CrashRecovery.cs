using ClangSharp.Interop;

namespace HpcVerify.Parser.Clang;

/// <summary>
/// While libclang parses, its signal handlers are in force, so that a crash of the parser ends that parse alone. At all other times those of the
/// runtime are, which make an exception of a null reference of ours; libclang's would end the process.
/// </summary>
internal static class CrashRecovery
{
    /// <summary>Handlers belong to the process, and parses run beside each other.</summary>
    private static readonly Guard Process = new();

    public static T During<T>(Func<T> parse) => Process.Run(parse);

    private sealed class Guard
    {
        private readonly Lock _lock = new();
        private int _parses;

        public T Run<T>(Func<T> parse)
        {
            Count(1);
            try
            {
                return parse();
            }
            finally
            {
                Count(-1);
            }
        }

        private void Count(int difference)
        {
            lock (_lock)
            {
                _parses += difference;
                clang.toggleCrashRecovery(_parses > 0 ? 1u : 0u);
            }
        }
    }
}
