using System.Linq;

namespace GenNet.Generator.Emission;

/// <summary>
/// The loop nests that the layers share: each stands once in an emitted file, and the layers call it with literal sizes and
/// strides. Inlined into its layer, a kernel sees constants only.
/// </summary>
internal static partial class Kernels
{
    /// <summary>The blocked product, and the register tile in it.</summary>
    public static void Product(CodeWriter w, Vocabulary v, TileShapes shapes)
    {
        string t = v.Scalar;
        int rows = v.TileRows;
        w.Gap();
        w.Line($"""
            /// <summary>c = start + a b, where a is [m x depth], b is [depth x n] and c is [m x n].</summary>
            /// <remarks>
            /// Element (i, k) of a is a[i * aRow + k * aDepth], so a transposed matrix is read in place. A startRow of 0 starts every
            /// row from the same one, a bias. {v.DepthBlock} rows of b, two vectors wide, stay in the first-level cache while all rows of a pass
            /// by. Where m is no multiple of {rows} the last tile computes some rows again: then c may not be its own start.
            /// </remarks>
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static void Product(
                int m, int n, int depth, ref {t} a, nint aRow, nint aDepth, ref {t} b, nint bRow,
                ref {t} start, nint startRow, ref {t} c, nint cRow{Large(shapes, "bool ")})
            """);
        using (w.Block())
        {
            using (w.Block($"if (m < {rows})"))
            {
                FewRows(w, v, shapes);
                w.Line("return;");
            }

            w.Gap();
            using (w.Block($"for (int k = 0; k < depth; k += {v.DepthBlock})"))
            {
                w.Line($"int deep = Math.Min({v.DepthBlock}, depth - k);");
                w.Line("Tiles(m, n, deep, ref Unsafe.Add(ref a, k * aDepth), aRow, aDepth, ref Unsafe.Add(ref b, k * bRow), bRow,");
                using (w.Indent())
                    w.Line($"ref (k == 0 ? ref start : ref c), k == 0 ? startRow : cRow, ref c, cRow{Large(shapes)});");
            }

            w.Gap();
            w.Line($"// The last {rows} rows, from the start and to the full depth.");
            using (w.Block($"if (m % {rows} != 0)"))
            {
                w.Line($"int i = m - {rows};");
                w.Line($"Tiles({rows}, n, depth, ref Unsafe.Add(ref a, i * aRow), aRow, aDepth, ref b, bRow,");
                using (w.Indent())
                    w.Line($"ref Unsafe.Add(ref start, i * startRow), startRow, ref Unsafe.Add(ref c, i * cRow), cRow{Large(shapes)});");
            }
        }

        Tiles(w, v, shapes);
        foreach (int columns in shapes.Columns)
            Tile(w, v, columns);
        foreach (int vectors in shapes.RowVectors)
            RowInRegisters(w, v, vectors);
    }

    /// <summary>The loops over the columns, and for each over the rows.</summary>
    private static void Tiles(CodeWriter w, Vocabulary v, TileShapes shapes)
    {
        string t = v.Scalar;
        w.Gap();
        w.Line($"""
            /// <summary>c = start + a b in register tiles, for as many rows as are whole tiles.</summary>
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static void Tiles(
                int m, int n, int depth, ref {t} a, nint aRow, nint aDepth, ref {t} b, nint bRow,
                ref {t} start, nint startRow, ref {t} c, nint cRow{Large(shapes, "bool ")})
            """);
        using (w.Block())
        {
            if (shapes.HasPairs)
            {
                using (w.Block(v.RowsMayBeOdd
                    ? $"for (int j = 0; j <= n - {2 * v.LineLanes}; j += {2 * v.LineLanes})"
                    : $"for (int j = 0; j < n; j += 2 * {v.Lanes})"))
                    TileRows(w, v, 2, "j", shapes.HasLarge);
            }

            if (!shapes.HasOdd)
                return;
            w.Gap();
            using (shapes.HasEven ? w.Block($"if (n % {2 * v.LineLanes} != 0)") : null)
                TileRows(w, v, 1, shapes.HasPairs ? $"n - {v.LineLanes}" : "", prefetches: false);
        }
    }

    private static string Large(TileShapes shapes, string type = "") => shapes.HasLarge ? $", {type}large" : "";

    private static void TileRows(CodeWriter w, Vocabulary v, int columns, string j, bool prefetches)
    {
        string At(string row) => j.Length == 0 ? row : $"{row} + {j}";
        string b = j.Length == 0 ? "ref b" : $"ref Unsafe.Add(ref b, {j})";
        using (w.Block($"for (int i = 0; i <= m - {v.TileRows}; i += {v.TileRows})"))
        {
            if (prefetches)
                Prefetches(w, v, j);
            w.Line($"Tile{v.TileRows}x{columns}(depth, ref Unsafe.Add(ref a, i * aRow), aRow, aDepth, {b}, bRow,");
            using (w.Indent())
                w.Line($"ref Unsafe.Add(ref start, {At("i * startRow")}), startRow, ref Unsafe.Add(ref c, {At("i * cRow")}), cRow);");
        }
    }

    private static void Prefetches(CodeWriter w, Vocabulary v, string j)
    {
        string next = v.RowsMayBeOdd ? $"{2 * v.LineLanes}" : $"2 * {v.Lanes}";
        using (w.Block("if (large)"))
        {
            w.Line("// What is out of the second-level cache's reach: the tile of c, and for each tile some rows of the panel that comes next.");
            w.Line($"Matrix.Prefetch({v.TileRows}, ref Unsafe.Add(ref c, i * cRow + {j}), cRow);");
            w.Line($"Matrix.Prefetch(depth * {v.TileRows} / m, ref Unsafe.Add(ref b, depth * i / m * bRow + {j} + {next}), bRow);");
        }

        w.Gap();
    }

    private static void Tile(CodeWriter w, Vocabulary v, int columns)
    {
        string t = v.Scalar;
        int[] rows = Enumerable.Range(0, v.TileRows).ToArray();
        string At(int column) => column == 0 ? "" : $", (nuint){v.Lanes}";
        string Each(System.Func<int, string> one) => string.Join(", ", Enumerable.Range(0, columns).Select(one));

        w.Gap();
        string height = Words(rows.Length).ToLowerInvariant();
        w.Line(columns == 2
            ? $"""
              /// <summary>The register tile: {height} rows by two vectors of c = start + a b are summed in registers.</summary>
              /// <remarks>
              /// Each vector read of b serves {height} rows, each number read of a two vectors. The start is added last: to a weight, the sum
              /// over a batch is added in one rounding.
              /// </remarks>
              """
            : "/// <summary>The register tile one vector wide, for the end of a row that has an odd number of them.</summary>");
        w.Line($"""
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static void Tile{rows.Length}x{columns}(
                int depth, ref {t} a, nint aRow, nint aDepth, ref {t} b, nint bRow, ref {t} start, nint startRow, ref {t} c, nint cRow)
            """);
        using (w.Block())
        {
            foreach (int r in rows)
                w.Line($"{v.Vector} {Each(c => $"c{r}{c} = {v.Vector}.Zero")};");
            w.Gap();
            using (w.Block("for (int k = 0; k < depth; k++)"))
            {
                w.Line($"{v.Vector} {Each(c => $"b{c} = {v.VectorClass}.LoadUnsafe(ref b{At(c)})")};");
                foreach (int r in rows)
                {
                    string address = r == 0 ? "a" : r == 1 ? "Unsafe.Add(ref a, aRow)" : $"Unsafe.Add(ref a, {r} * aRow)";
                    w.Line($"{v.Vector} a{r} = {v.Spread(address)};");
                    w.Line(string.Join(" ", Enumerable.Range(0, columns).Select(c => $"c{r}{c} = {v.VectorClass}.MultiplyAddEstimate(a{r}, b{c}, c{r}{c});")));
                }

                w.Line("a = ref Unsafe.Add(ref a, aDepth);");
                w.Line("b = ref Unsafe.Add(ref b, bRow);");
            }

            w.Gap();
            foreach (int r in rows)
            {
                w.Line(string.Join(" ", Enumerable.Range(0, columns).Select(
                        c => $"{v.VectorClass}.StoreUnsafe({v.VectorClass}.LoadUnsafe(ref start{At(c)}) + c{r}{c}, ref c{At(c)});"))
                    + (r == rows.Length - 1 ? "" : " start = ref Unsafe.Add(ref start, startRow); c = ref Unsafe.Add(ref c, cRow);"));
            }
        }
    }

    private static string Words(int number) => number switch
    {
        4 => "Four",
        6 => "Six",
        8 => "Eight",
        12 => "Twelve",
        _ => Vocabulary.Number(number),
    };
}
