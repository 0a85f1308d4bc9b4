using System.Text.RegularExpressions;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Trainer.Search.Prompting;

/// <summary>The kernel that a search begins with where nobody gives one: the task's reference under the name of the entry point.</summary>
public static class SeedKernel
{
    /// <summary>Without the contract, where the text of a reference has spaces: a prompt says what it has to say of the task.</summary>
    public static string Of(KernelTask task)
    {
        var text = Regex.Replace(task.ReferenceSource.ToString(), $@"\b{Regex.Escape(task.ReferenceName)}\b", task.EntryPoint);
        return string.Join('\n', text.Trim().Split('\n').Select(line => line.TrimEnd())) + "\n";
    }
}
