using System.Runtime.InteropServices;
using HpcVerify.Verifier.Polyhedral.Interop;

namespace HpcVerify.Verifier.Polyhedral;

/// <summary>
/// A scope for computing with sets of integer points. Sets and maps made in it die with it. Its budget counts isl's own
/// operations, so that an answer does not depend on the machine; what is made after it is spent is lost, which every
/// question about it says. For one thread at a time.
/// </summary>
public sealed class IslContext : IDisposable
{
    private const int ContinueOnError = 1;
    private const int QuotaExceeded = 6;

    private readonly Stack<Action> _releases = [];
    private nint _handle;

    public IslContext(long operations)
    {
        NativeLibraries.Load();
        _handle = Isl.isl_ctx_alloc();
        _ = Isl.isl_options_set_on_error(_handle, ContinueOnError);
        _ = Isl.isl_options_set_ast_build_prefer_pdiv(_handle, 1);
        Isl.isl_ctx_set_max_operations(_handle, (nuint)operations);
    }

    /// <summary>What went wrong first; null while everything made here can be relied on.</summary>
    public IslFailure? Failure { get; private set; }

    /// <summary>A set in isl's notation: <c>[N] -> { [i] : 0 &lt;= i &lt; N }</c>.</summary>
    public IslSet Set(string text)
    {
        ObjectDisposedException.ThrowIf(_handle == 0, this);
        return SetOf(Isl.isl_set_read_from_str(_handle, text));
    }

    /// <summary>A map in isl's notation: <c>[N] -> { [i] -> [i + N] }</c>.</summary>
    public IslMap Map(string text)
    {
        ObjectDisposedException.ThrowIf(_handle == 0, this);
        return MapOf(Isl.isl_map_read_from_str(_handle, text));
    }

    internal IslSet SetOf(nint owned)
    {
        if (Checked(owned) != 0)
        {
            _releases.Push(() => Isl.isl_set_free(owned));
        }

        return new(this, owned);
    }

    internal IslMap MapOf(nint owned)
    {
        if (Checked(owned) != 0)
        {
            _releases.Push(() => Isl.isl_map_free(owned));
        }

        return new(this, owned);
    }

    internal IslAnswer AnswerOf(int truth)
    {
        Note(truth < 0);
        return truth switch
        {
            < 0 => IslAnswer.Lost,
            0 => IslAnswer.No,
            _ => IslAnswer.Yes,
        };
    }

    /// <summary>The text behind a pointer that isl allocated, which is freed; null where there is none.</summary>
    internal string? TextOf(nint characters)
    {
        if (Checked(characters) == 0)
        {
            return null;
        }

        var text = Marshal.PtrToStringUTF8(characters);
        Free(characters);
        return text;
    }

    /// <summary>The handle; none is what isl gives when it fails.</summary>
    internal nint Checked(nint handle)
    {
        Note(handle == 0);
        return handle;
    }

    public void Dispose()
    {
        while (_releases.TryPop(out var release))
        {
            release();
        }

        if (_handle != 0)
        {
            Isl.isl_ctx_free(_handle);
        }

        _handle = 0;
    }

    private void Note(bool isFailure)
    {
        if (!isFailure || Failure is not null)
        {
            return;
        }

        var message = Marshal.PtrToStringUTF8(Isl.isl_ctx_last_error_msg(_handle)) ?? "isl gave no reason";
        Failure = new(Isl.isl_ctx_last_error(_handle) == QuotaExceeded ? IslFailureKind.OutOfBudget : IslFailureKind.Refused, message);
    }

    private static unsafe void Free(nint characters) => NativeMemory.Free((void*)characters);
}
