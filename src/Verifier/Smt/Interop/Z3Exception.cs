namespace Microsoft.Z3;

/// <summary>Z3 was called in a way it does not allow.</summary>
public class Z3Exception : Exception
{
    public Z3Exception()
    {
    }

    public Z3Exception(string message)
        : base(message)
    {
    }

    public Z3Exception(string message, Exception inner)
        : base(message, inner)
    {
    }
}
