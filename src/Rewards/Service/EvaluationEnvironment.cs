using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HpcVerify.Detectors;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Service;

/// <summary>What evidence depends on beside the submission and its task: programs and machine. In receipts, and a part of every result's name.</summary>
/// <param name="Tool">The version of this program.</param>
/// <param name="Build">A hash of its assemblies and model headers: two builds of one version may differ.</param>
/// <param name="Compiler">What the scoring compiler says to <c>--version</c>.</param>
/// <param name="Solver">The version of Z3; empty where there is none.</param>
/// <param name="Flags">Flags of the scoring compiler.</param>
/// <param name="Processor">The processor's name.</param>
/// <param name="ProcessorFlags">Its features, as Linux lists them.</param>
/// <param name="Cores">Processors that this process may use.</param>
/// <param name="Machine">A hash of the specification beyond whose limits no speed is believed; empty where there is none, or only workers know it.</param>
public sealed record EvaluationEnvironment(
    string Tool, string Build, string Compiler, string Solver, string Flags, string Processor, string ProcessorFlags, int Cores, string Machine = "")
{
    /// <summary>How many of the parts are programs.</summary>
    private const int ProgramParts = 5;

    /// <param name="libraryFolder">The model headers.</param>
    public static EvaluationEnvironment Of(Toolchain toolchain, string tool, string libraryFolder, OptimizationLevel level)
    {
        var processor = NativeProbe.Processor();
        return new(
            tool, BuildOf(libraryFolder), toolchain.CompilerVersion, Verifier.Smt.NativeLibraries.Probe()?.Version ?? "",
            string.Join(' ', Verifier.Native.Compiler.KernelFlags(level)), processor.Model, string.Join(' ', processor.Flags), Environment.ProcessorCount);
    }

    /// <summary>The optimisation level among the flags: <c>O3</c>.</summary>
    public string Level => Flags.Split(' ').First(flag => flag.StartsWith("-O", StringComparison.Ordinal))[1..];

    /// <summary>The programs without the machine: who shares work has to have these in common.</summary>
    public string Toolset => ContentHash.Of([.. Parts.Take(ProgramParts)]).Text;

    /// <summary>The same programs on machines of a class, wherever this process runs.</summary>
    public EvaluationEnvironment On(string machineClass) => this with { Processor = machineClass, ProcessorFlags = "", Cores = 0, Machine = "" };

    /// <summary>The same where speeds are held against another specification: a speed that one allows another may refuse.</summary>
    public EvaluationEnvironment Under(HardwareSpecification? machine) =>
        this with { Machine = machine is null ? "" : ContentHash.Of(ContentHash.Part("machine", JsonSerializer.SerializeToUtf8Bytes(machine, ServiceJson.Options))).Text };

    internal ImmutableArray<KeyValuePair<string, ReadOnlyMemory<byte>>> Parts =>
    [
        ContentHash.Part("tool", Tool), ContentHash.Part("build", Build), ContentHash.Part("compiler", Compiler), ContentHash.Part("solver", Solver),
        ContentHash.Part("flags", Flags), ContentHash.Part("processor", Processor), ContentHash.Part("features", ProcessorFlags),
        ContentHash.Part("cores", Cores.ToString(CultureInfo.InvariantCulture)), ContentHash.Part("machine", Machine),
    ];

    private static string BuildOf(string libraryFolder)
    {
        var assemblies = new[] { typeof(Rule), typeof(Toolchain), typeof(Detector), typeof(EvaluationEnvironment) }
            .Select(type => ContentHash.Part(type.Assembly.GetName().Name ?? "", type.Module.ModuleVersionId.ToByteArray()));
        var headers = Directory.EnumerateFiles(libraryFolder, "*.h", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => ContentHash.Part(Path.GetRelativePath(libraryFolder, path), File.ReadAllBytes(path)));
        return ContentHash.Of([.. assemblies, .. headers]).Text;
    }
}
