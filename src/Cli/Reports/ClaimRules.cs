using HpcVerify.Parser.Diagnostics;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Reports;

/// <summary>The rules under which claims of <c>verify</c> stand in reports that other tools read.</summary>
internal static class ClaimRules
{
    private static readonly Rule Memory = new(
        "HV3001", Severity.Error, "Memory is used wrongly", "{0}",
        "An access leaves its object, reads what nothing was written to, uses what is dead or unaligned, or writes to what is constant. "
        + "The witness names sizes at which a run does so; 'hpcverify replay' makes the call again under a sanitizer.");

    private static readonly Rule Arithmetic = new(
        "HV3002", Severity.Error, "Arithmetic without a defined result", "{0}",
        "A signed number overflows, a shift is too wide, or a division has no result. Index arithmetic of large matrices wants 'size_t' or 'long'.");

    private static readonly Rule Promise = new(
        "HV3003", Severity.Error, "A promise to the compiler is broken", "{0}",
        "The kernel asks the compiler to believe something (alignment, no aliasing, independence of iterations) that a call makes false.");

    private static readonly Rule Race = new(
        "HV4001", Severity.Error, "Data race", "{0}",
        "Two threads or lanes touch the same bytes at once and one of them writes. Make the variable private or a reduction, or put a barrier between.");

    private static readonly Rule Equivalence = new(
        "HV5001", Severity.Error, "Another result than the reference", "{0}",
        "For the inputs of the witness the kernel computes something else than the task's reference, by more than its tolerance allows.");

    private static readonly Rule Termination = new(
        "HV5002", Severity.Error, "A run that does not end", "{0}",
        "A loop goes on for ever at the sizes of the witness.");

    private static readonly Rule Coverage = new(
        "HV5003", Severity.Error, "An output element is not written", "{0}",
        "The contract says that the kernel writes all of a buffer; at the sizes of the witness an element keeps what it held before.");

    public static Rule Of(Property property) => property switch
    {
        Property.Termination => Termination,
        Property.Memory => Memory,
        Property.Arithmetic => Arithmetic,
        Property.Promises => Promise,
        Property.Races => Race,
        _ => Equivalence,
    };

    public static Rule Of(SizeProperty property) => property switch
    {
        SizeProperty.Overflow => Arithmetic,
        SizeProperty.Termination => Termination,
        SizeProperty.Races => Race,
        SizeProperty.Coverage => Coverage,
        _ => Memory,
    };
}
