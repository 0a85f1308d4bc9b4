namespace HpcVerify.Verifier.Tests.Smt;

/// <summary>Tests that measure the whole process, and so have it to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TestsAlone
{
    public const string Name = "alone";
}
