using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Docs.Tests.Pages;

/// <summary>A block of code of a page, or a comment that stands for one.</summary>
/// <param name="Language">The first word behind the fence; empty without one.</param>
/// <param name="Note">What stands behind the language.</param>
/// <param name="Text">The lines, each with its end.</param>
/// <param name="Line">The line of the page, from 1, that the text begins in.</param>
internal sealed record CodeBlock(string Language, string Note, string Text, int Line)
{
    /// <summary>Lines that the reader does not see.</summary>
    public const string Hidden = "csharp";

    /// <summary>A file for the programs of the page.</summary>
    public const string File = "file:";

    /// <summary>Where another program begins.</summary>
    public const string Program = "program";

    /// <summary>What the page quotes, as it is read.</summary>
    public const string Quotation = ">";

    /// <summary>What the ids of the generator's diagnostics begin with.</summary>
    public const string OwnDiagnostics = "GENNET";

    /// <summary>Whether it is C# of the page's program.</summary>
    public bool IsCode => Language == "csharp" && Note.Length == 0;

    /// <summary>Whether it is C# that must not compile: its note begins with a diagnostic.</summary>
    public bool IsMistake => Language == "csharp" && Note.StartsWith(OwnDiagnostics, StringComparison.Ordinal);

    /// <summary>The diagnostic of a mistake.</summary>
    public string Diagnostic => Note.Split(' ')[0];

    /// <summary>The settings of the project behind it.</summary>
    public IEnumerable<string> Settings => Note.Split(' ').Skip(1);

    /// <summary>Whether it is an excerpt of what the compiler writes.</summary>
    public bool IsEmitted => Language == "csharp" && Note == "emitted";

    /// <summary>Whether it is what the program prints.</summary>
    public bool IsOutput => Language == "text" && Note == "output";

    /// <summary>Whether it is what a step of the generator makes of the program's network.</summary>
    public bool IsMade => Language == "text" && Note.StartsWith("made ", System.StringComparison.Ordinal);
}
