using System.Collections.Immutable;
using HpcVerify.Detectors.Policy;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Rewards.Objects;

/// <summary>
/// What a compiled kernel is made of, whatever its text looked like: pasted tokens, encoded names and assembler labels are gone here. It
/// allows what honest kernels are made of, and backs the detectors, which say where something is and why.
/// </summary>
public static class ObjectPolicy
{
    private const string Reason = "What was compiled is looked at beside what was written, because a name can be hidden in a text and not in an object file. ";

    private static readonly Rule ForeignSymbol = new(
        "HV7301", Severity.Error, "Object wants a function that is not allowed", "the compiled kernel calls '{0}'",
        Reason + "A kernel may be linked with C's functions of mathematics and memory, and with OpenMP.");

    private static readonly Rule RunsOutside = new(
        "HV7302", Severity.Error, "Object runs code outside the call", "the compiled kernel has code that runs {0}",
        Reason + "Code that the loader runs (constructors, destructors, functions chosen at load time) is in no call that was checked or timed.");

    private static readonly Rule StandsIn = new(
        "HV7303", Severity.Error, "Object stands in for a library function", "the compiled kernel exports '{0}', which others would call",
        Reason + "A shared object that defines a function of the C library or of OpenMP's runtime may replace it for the whole process.");

    private static readonly Rule ForeignInstruction = new(
        "HV7304", Severity.Error, "Object has an instruction that is not allowed", "the compiled kernel has the instruction '{0}'",
        Reason + "No kernel needs system calls, clocks, chance, the processor's identity, or other settings of its floating-point unit.");

    private static readonly Rule Unreadable = new(
        "HV7305", Severity.Error, "Object cannot be read", "what the compiler wrote is no shared object of this machine",
        Reason + "Nothing is run that was not looked at.");

    /// <summary>What the names of OpenMP's interface and of its runtimes begin with.</summary>
    private static readonly ImmutableArray<string> OfOpenMp = ["omp_", "gomp_", "goacc_", "__kmpc_"];

    /// <summary>The compiler's own start and end are the first entry of each.</summary>
    private const ulong OwnEntry = 8;

    public static ImmutableArray<Diagnostic> Check(ReadOnlyMemory<byte> file, string entryPoint) =>
        ElfObject.Read(file) is { } parsed ? [.. Findings(parsed, entryPoint)] : [Unreadable.At(default)];

    /// <summary>
    /// Whether a kernel may divide its work among threads, or ask how many there are: it wants something of OpenMP's runtime. Others are the same in a team of any size.
    /// </summary>
    public static bool MayHaveTeam(ReadOnlyMemory<byte> file) => ElfObject.Read(file) is not { } parsed
        || parsed.DynamicSymbols.Any(symbol => !symbol.IsDefined && OfOpenMp.Any(prefix => symbol.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    private static bool IsRunByTheLoader(ElfSection section) =>
        section.Name is ".preinit_array" or ".ctors" or ".dtors" || (section.Name is ".init_array" or ".fini_array" && section.Size > OwnEntry);

    private static IEnumerable<Diagnostic> Findings(ElfObject parsed, string entryPoint)
    {
        foreach (var symbol in parsed.DynamicSymbols.Where(symbol => !symbol.IsDefined && symbol.Name.Length > 0 && !LinkedFunctions.MayBeLinked(symbol.Name)))
        {
            yield return ForeignSymbol.At(default, symbol.Name);
        }

        foreach (var symbol in parsed.DynamicSymbols.Where(symbol => symbol.IsDefined && symbol.Name != entryPoint && LinkedFunctions.MayBeLinked(symbol.Name)))
        {
            yield return StandsIn.At(default, symbol.Name);
        }

        if (parsed.DynamicSymbols.Any(symbol => symbol.Kind is ElfSymbolKind.IndirectFunction))
        {
            yield return RunsOutside.At(default, "when it is loaded, to choose a function");
        }

        foreach (var section in parsed.Sections.Where(IsRunByTheLoader))
        {
            yield return RunsOutside.At(default, section.Name is ".fini_array" or ".dtors" ? "when it is unloaded" : "when it is loaded");
        }

        foreach (var instruction in InstructionPolicy.Forbidden(parsed))
        {
            yield return ForeignInstruction.At(default, instruction);
        }
    }
}
