using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Alarms.Grammar;
using HpcVerify.TestKit;

namespace HpcVerify.Alarms.Native;

/// <summary>How kernels are built for a native run.</summary>
public enum Build
{
    Plain,
    Optimized,
    Sanitized,

    /// <summary>
    /// Only for kernels that differ: gcc 12 takes <c>0.0 - (double)i</c> for <c>-(double)i</c> at every level, which gives zero the wrong sign,
    /// unless it has to mind rounding modes.
    /// </summary>
    MindingRounding,
}

/// <summary>What one native call left: the returned number and the bytes of every array, or why it has none.</summary>
public sealed record NativeAnswer(bool IsFinished, string Message, long Returned, ImmutableArray<byte[]> Buffers);

/// <summary>A batch of random kernels in one program, run natively on all its calls.</summary>
internal sealed class NativeBatch(string folder, ImmutableArray<RandomKernel> kernels, ImmutableArray<CallInput> calls)
{
    public static string FileOf(string folder) => Path.Combine(folder, "kernels.c");

    /// <summary>Writes the sources and the inputs.</summary>
    public void Write()
    {
        File.WriteAllText(FileOf(folder), Frame.Includes + string.Join('\n', kernels.Select(kernel => kernel.Code)));
        var names = string.Join(", ", kernels.Select(kernel => kernel.Name));
        File.WriteAllText(
            Path.Combine(folder, "table.c"),
            $"typedef long kernel_t({Frame.Parameters});\nextern kernel_t {names};\nkernel_t *const kernels[] = {{ {names} }};\nconst int kernel_count = sizeof kernels / sizeof *kernels;\n");
        using var inputs = new BinaryWriter(File.Create(Path.Combine(folder, "inputs")));
        inputs.Write(calls.Length);
        foreach (var call in calls)
        {
            inputs.Write(call.Rows);
            inputs.Write(call.Columns);
            inputs.Write(call.Threads);
            foreach (var buffer in call.Contents)
            {
                inputs.Write(buffer);
            }
        }
    }

    /// <summary>The answers by kernel and call.</summary>
    public NativeAnswer[][] Run(Build build)
    {
        var program = Path.Combine(folder, build.ToString());
        var (errors, code) = NativeProcess.Run("gcc", [.. FlagsOf(build), "-o", program, FileOf(folder), Path.Combine(folder, "table.c"), Repository.PathOf("tests/Alarms/Native/driver.c"), "-lm"]);
        if (code != 0)
        {
            throw new InvalidOperationException($"gcc rejects random kernels: {errors[..Math.Min(errors.Length, 2000)]}");
        }

        var (messages, ended) = NativeProcess.Run(program, [Path.Combine(folder, "inputs"), program + ".outputs"]);
        if (ended != 0)
        {
            throw new InvalidOperationException($"the driver ended with {ended}: {messages}");
        }

        return Read(program + ".outputs", Messages(messages));
    }

    private NativeAnswer[][] Read(string path, Dictionary<(int Kernel, int Call), string> messages)
    {
        using var outputs = new BinaryReader(File.OpenRead(path));
        return [.. kernels.Select((_, kernel) => calls.Select((call, index) =>
        {
            var isFinished = outputs.ReadByte() == 0;
            var returned = outputs.ReadInt64();
            ImmutableArray<byte[]> buffers = [.. Frame.Buffers.Select(buffer => outputs.ReadBytes(buffer.Width * call.Elements))];
            return new NativeAnswer(isFinished, messages.GetValueOrDefault((kernel, index), ""), returned, buffers);
        }).ToArray())];
    }

    private static Dictionary<(int Kernel, int Call), string> Messages(string text) => text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', 4))
        .Where(words => words.Length == 4 && int.TryParse(words[0], out _) && int.TryParse(words[1], out _))
        .ToDictionary(words => (Number(words[0]), Number(words[1])), words => $"status {words[2]} {words[3]}");

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static ImmutableArray<string> FlagsOf(Build build) =>
    [
        .. build switch
        {
            Build.Plain => (string[])["-O0"],
            Build.Optimized => ["-O3"],
            Build.MindingRounding => ["-O0", "-frounding-math"],
            _ => ["-O0", "-fsanitize=address,undefined,float-cast-overflow", "-fno-sanitize-recover=all"],
        },
        "-march=native", "-fopenmp", "-std=gnu17", "-ffp-contract=off", "-w",
    ];
}
