using System.Text.Json;
using System.Text.Json.Serialization;
using HpcVerify.Parser.Json;

namespace HpcVerify.Cli.Reports;

/// <summary>A witness as it is written to a file: everything needed to make one call again, and what is expected of it.</summary>
/// <param name="Schema">The name and version of this layout.</param>
/// <param name="Equivalence">What the task is made of; null where the corpus holds it.</param>
public sealed record WitnessDocument(
    string Schema, string Task, KernelFileEntry Kernel, WitnessCallEntry Call, ExpectedEntry Expected,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EquivalenceEntry? Equivalence = null)
{
    public const string CurrentSchema = "hpcverify-witness-1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = PrintableText.JsonEncoder,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>The document, or why the text is none.</summary>
    /// <param name="path">Where the text is from.</param>
    public static (WitnessDocument? Document, string? Error) Parse(string text, string path) => JsonFile.Parse<WitnessDocument>(text, path, Options) switch
    {
        ({ Schema: not CurrentSchema } other, _) => (null, $"its schema is '{other.Schema}', not '{CurrentSchema}'"),
        var answer => answer,
    };
}

/// <summary>The file of a kernel, and what it held.</summary>
public sealed record KernelFileEntry(string Path, string Sha256);

/// <summary>A function that is right by definition, one that is to do the same, and the contract they are called under.</summary>
public sealed record EquivalenceEntry(KernelFileEntry Reference, string ReferenceFunction, string Candidate, KernelFileEntry Contract);

/// <summary>One call: sizes, team, how often it is made, and each argument in the entry point's order.</summary>
public sealed record WitnessCallEntry(
    IReadOnlyDictionary<string, long> Sizes, int Team, bool IsReversed, int Calls, long Steps, IReadOnlyList<WitnessArgumentEntry> Arguments,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsPlacedBackwards = false);

/// <summary>
/// A scalar's one value or a buffer's elements. Floating values are in <c>Reals</c>, others in <c>Integers</c>; both are null for
/// a buffer that holds nothing before the call. A buffer that lies in another one says where, and holds nothing else where they meet.
/// </summary>
public sealed record WitnessArgumentEntry(
    string Name, string Type, bool IsBuffer, int Count, IReadOnlyList<double>? Reals, IReadOnlyList<long>? Integers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OverlapEntry? Overlap = null);

/// <summary>A place so many elements behind the start of another buffer.</summary>
public sealed record OverlapEntry(string Host, int Shift);

/// <summary>What goes wrong: property, kind of violation, place, and the element with both values where the result is wrong.</summary>
public sealed record ExpectedEntry(
    string Property, string? Kind, string What, int Line, int Column, int? Thread, IReadOnlyDictionary<string, long> Indices,
    string? Element, double? Expected, double? Actual,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Lane = null);
