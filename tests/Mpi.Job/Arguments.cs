using System;
using System.Globalization;

namespace GenNet.Mpi.Job;

/// <summary>Names with values: <c>--shares 8</c>.</summary>
internal sealed class Arguments(string[] args)
{
    /// <summary>The value behind a name, or null.</summary>
    public string? Text(string name) => Array.IndexOf(args, "--" + name) is >= 0 and int at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>Whether a name is there, which has no value.</summary>
    public bool Has(string name) => Array.IndexOf(args, "--" + name) >= 0;

    /// <summary>A number, or null.</summary>
    public int? Number(string name) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
