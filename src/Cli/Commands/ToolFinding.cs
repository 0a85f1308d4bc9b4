using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HpcVerify.Cli.Commands;

/// <summary>One line of the doctor's report.</summary>
internal sealed record ToolFinding(string Name, bool IsFound, bool IsRequired, string Detail)
{
    public string State => IsFound ? "ok" : IsRequired ? "MISSING" : "absent";

    /// <summary>A library that tells its version by a function without parameters that returns a C string.</summary>
    public static ToolFinding OfLibrary(string name, IEnumerable<string> files, string versionFunction, string remedy)
    {
        foreach (var file in files.Where(file => file.Length > 0))
        {
            if (NativeLibrary.TryLoad(file, out var handle))
            {
                return new(name, true, false, $"{VersionOf(handle, versionFunction)} ({file})");
            }
        }

        return new(name, false, false, remedy);
    }

    /// <summary>A program that tells its version on the first line of its output.</summary>
    public static ToolFinding OfProgram(string name, string program, string versionOption, string remedy)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, versionOption) { RedirectStandardOutput = true, RedirectStandardError = true });
            var line = process?.StandardOutput.ReadLine();
            process?.WaitForExit();
            return line is null ? new(name, false, false, remedy) : new(name, true, false, $"{line.Trim()} ({program})");
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or ArgumentException)
        {
            return new(name, false, false, remedy);
        }
    }

    private static string VersionOf(nint library, string function) =>
        NativeLibrary.TryGetExport(library, function, out var address)
            ? Marshal.PtrToStringUTF8(Marshal.GetDelegateForFunctionPointer<VersionFunction>(address)())?.Trim() ?? ""
            : "";

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint VersionFunction();
}
