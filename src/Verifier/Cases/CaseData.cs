using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Verifier.Cases;

/// <summary>How the data of a case are written down: as a seed, or element by element.</summary>
public static class CaseData
{
    /// <summary>Whether a seed says it all: the data are generated, and no word of the contract restricts them.</summary>
    public static bool IsBySeed(TestCase test) => test.Seed is not null
        && test.Input.Task.Contract.Ranges.IsEmpty && test.Input.Task.Contract.MonotoneBuffers.IsEmpty;

    /// <summary>The elements of all buffers that hold something before the call.</summary>
    public static long Count(TrialInput input) =>
        input.Buffers.Where(buffer => buffer.Contract.Access != BufferAccess.Write).Sum(buffer => (long)buffer.Before.Length / ElementSize.InBytes(buffer.Contract.Element));
}
