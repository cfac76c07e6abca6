using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace GenNet.Generator.Emission.Text;

/// <summary>Indented lines of C#. Line ends are '\n' on every machine.</summary>
internal sealed class CodeWriter
{
    /// <summary>The longest line that is written where it can be folded.</summary>
    private const int Width = 158;

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _afterOpening = true;
    private bool _afterBlock;

    /// <summary>Writes lines at the current depth; an empty string is an empty line.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Replace("\r", "").Split('\n'))
        {
            if (Fits(line))
                Write(line, indent: 0);
            else
                Break(line);
        }

        _afterOpening = false;
        _afterBlock = false;
    }

    private void Write(string line, int indent)
    {
        if (line.Length > 0)
            _text.Append(' ', 4 * (_depth + indent)).Append(line);
        _text.Append('\n');
    }

    /// <summary>A line that is too long, broken between words: behind the signs of a comment, or indented.</summary>
    private void Break(string line)
    {
        string comment = line.StartsWith("/// ", StringComparison.Ordinal) ? "/// " : line.StartsWith("// ", StringComparison.Ordinal) ? "// " : "";
        int most = Width - 4 * (_depth + 1);
        for (bool isFirst = true; line.Length > 0; isFirst = false)
        {
            string beginning = isFirst ? "" : comment;
            int end = line.Length + beginning.Length <= most ? line.Length : Space(line, most - beginning.Length, isCode: comment.Length == 0);
            Write(beginning + line.Substring(0, end), isFirst || comment.Length > 0 ? 0 : 1);
            line = line.Substring(end).TrimStart();
        }
    }

    /// <summary>The last space before a place, in code none within a literal; the end where there is none.</summary>
    private static int Space(string line, int before, bool isCode)
    {
        int end = line.LastIndexOf(' ', Math.Min(before, line.Length - 1));
        while (end > 4 && isCode && line.Take(end).Count(c => c == '"') % 2 != 0)
            end = line.LastIndexOf(' ', end - 1);
        return end > 4 ? end : line.Length;
    }

    /// <summary>An empty line, unless a block has just been opened.</summary>
    public void Gap()
    {
        if (!_afterOpening)
            Line();
        _afterOpening = true;
    }

    /// <summary>An empty line, if a block has just been closed.</summary>
    public void GapAfterBlock()
    {
        if (_afterBlock)
            Gap();
    }

    /// <summary>A header, if there is one, and a braced block, closed by disposing.</summary>
    public IDisposable Block(string header = "")
    {
        if (header.Length > 0)
            Line(header);
        Line("{");
        _depth++;
        _afterOpening = true;
        return new Closing(this, "}");
    }

    /// <summary>A header and its one statement, indented.</summary>
    public void Single(string header, string statement)
    {
        Line(header);
        _depth++;
        Line(statement);
        _depth--;
    }

    /// <summary>Indents what follows, without braces, until disposed.</summary>
    public IDisposable Indent()
    {
        _depth++;
        return new Closing(this, null);
    }

    /// <summary>Whether a line stands in a reader's window.</summary>
    public bool Fits(string line) => 4 * _depth + line.Length <= Width;

    /// <summary>A list that is folded, indented, where the line would be longer than a reader's window.</summary>
    /// <param name="before">What stands before the list.</param>
    /// <param name="items">The items; the separator is a comma.</param>
    /// <param name="after">What stands behind it.</param>
    public void List(string before, IEnumerable<string> items, string after)
    {
        string line = before;
        int depth = _depth;
        bool first = true;
        foreach (string item in items)
        {
            string next = (first ? "" : ", ") + item;
            if (4 * _depth + line.Length + next.Length + after.Length > Width)
            {
                Line(first ? line : line + ",");
                _depth = depth + 1;
                line = item;
            }
            else
            {
                line += next;
            }

            first = false;
        }

        Line(line + after);
        _depth = depth;
    }

    /// <summary>A statement with its comment behind it, or above it where the line would be too long.</summary>
    public void Commented(string statement, string comment)
    {
        if (_afterBlock)
            Gap();
        if (4 * _depth + statement.Length + comment.Length + 6 > Width)
        {
            Gap();
            Line($"// {comment}");
            Line(statement);
        }
        else
        {
            Line($"{statement}   // {comment}");
        }
    }

    /// <summary>A text that is folded between words, each line with the same beginning.</summary>
    public void Folded(string beginning, string text)
    {
        string line = beginning;
        foreach (string word in text.Split(' '))
        {
            if (line != beginning && 4 * _depth + line.Length + 1 + word.Length > Width)
            {
                Line(line);
                line = beginning;
            }

            line += (line == beginning ? "" : " ") + word;
        }

        Line(line);
    }

    public override string ToString() => _text.ToString();

    private void Close(string? brace)
    {
        _depth--;
        if (brace is not null)
            Line(brace);
        _afterOpening = false;
        _afterBlock = brace is not null;
    }

    private sealed class Closing(CodeWriter writer, string? brace) : IDisposable
    {
        public void Dispose() => writer.Close(brace);
    }
}
