namespace Microsoft.Z3;

/// <summary>
/// A reference-counted native object. Disposing it releases it early; what is not disposed goes with its <see cref="Context"/>.
/// There is no finalizer: reference counts of a context may only change on the thread that uses it.
/// </summary>
public abstract class Z3Object : IDisposable
{
    private nint _nativeObject;

    private protected Z3Object(Context context, nint nativeObject)
    {
        Context = context;
        _nativeObject = nativeObject;
    }

    public Context Context { get; }

    internal nint NativeObject
    {
        get
        {
            ObjectDisposedException.ThrowIf(_nativeObject == 0, this);
            return _nativeObject;
        }
    }

    public void Dispose()
    {
        if (_nativeObject != 0 && !Context.IsDisposed)
        {
            DecRef(_nativeObject);
        }

        _nativeObject = 0;
        GC.SuppressFinalize(this);
    }

    private protected abstract void DecRef(nint nativeObject);
}
