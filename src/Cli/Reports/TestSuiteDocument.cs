using System.Text.Json;

namespace HpcVerify.Cli.Reports;

/// <summary>Test cases as they are written to a file.</summary>
/// <param name="Schema">The name and version of this layout.</param>
/// <param name="Verdict">What the bounded verification said of the kernel.</param>
/// <param name="IsBitwise">Whether it is proved equal bit by bit, so that special values are among the cases.</param>
/// <param name="Generator">How the data of a case follow from its seed.</param>
/// <param name="IsFollowed">Whether it is known which sides of branches the cases take.</param>
/// <param name="LeftOut">What was thought of and not made a case.</param>
public sealed record TestSuiteDocument(
    string Schema, string Task, KernelFileEntry Kernel, string Verdict, bool IsBitwise, ulong Seed, string Generator,
    IReadOnlyList<TestCaseEntry> Cases, bool IsFollowed, IReadOnlyList<BranchSideEntry> Sides, IReadOnlyList<string> LeftOut)
{
    public const string CurrentSchema = "hpcverify-tests-1";

    public const string CurrentGenerator = "xoshiro256** seeded by splitmix64; buffers in the contract's order, then scalars; floating in [-1, 1), integers of any bits";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = PrintableText.JsonEncoder,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";
}

/// <summary>One call.</summary>
/// <param name="Seed">What the data are made from; null where they are in <paramref name="Arguments"/> alone.</param>
/// <param name="IsExact">Whether outputs must be the reference's bit by bit, whatever is tolerated.</param>
/// <param name="Arguments">In the entry point's order; null where the seed says it all and they are many.</param>
/// <param name="Expected">The outputs, the returned number last; null where they are many: the reference computes them.</param>
/// <param name="ExpectedFrom">The function that says what is right.</param>
public sealed record TestCaseEntry(
    int Number, string Origin, string Why, IReadOnlyDictionary<string, long> Sizes, int Team, int Calls, ulong? Seed, double ToleranceInUnits, bool IsExact,
    IReadOnlyList<WitnessArgumentEntry>? Arguments, IReadOnlyList<WitnessArgumentEntry>? Expected, string ExpectedFrom);

/// <summary>One side of a branch or loop.</summary>
/// <param name="Case">The number of the first case that takes it; null where none does.</param>
/// <param name="FirstTaken">The sizes at which a run over symbolic contents first took it; null where none did.</param>
public sealed record BranchSideEntry(int Line, int Column, string Side, int? Case, IReadOnlyDictionary<string, long>? FirstTaken);
