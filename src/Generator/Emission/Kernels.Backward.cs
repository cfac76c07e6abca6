namespace GenNet.Generator.Emission;

/// <content>The products of the backward pass.</content>
internal static partial class Kernels
{
    /// <summary>The gradient of a matrix of weights.</summary>
    public static void WeightGradient(CodeWriter w, Vocabulary v, bool hasLarge)
    {
        string t = v.Scalar;
        int rows = v.TileRows;
        w.Gap();
        w.Line($"""
            /// <summary>c += a^T b, or c = a^T b for the first rows of a batch: a is [rows x m], b is [rows x n], c is [m x n].</summary>
            /// <remarks>
            /// Each of the parts computes its share of the rows of c, in whole tiles; the last one also the rows that fill none. Columns of c
            /// behind the first n keep its rows out of each other's cache sets, and are zero.
            /// </remarks>
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static void WeightGradient(
                int part, int parts, bool first, int m, int n, int rows, ref {t} a, nint aRow, ref {t} b, nint bRow,
                ref {t} zero, ref {t} sum, ref {t} c, nint cRow{(hasLarge ? ", bool large" : "")})
            """);
        using (w.Block())
        {
            w.Line($"int tiled = m / {rows} * {rows};");
            w.Line($"int from = Share.Start(tiled, {rows}, part, parts), to = Share.Start(tiled, {rows}, part + 1, parts);");
            w.Line($"ref {t} share = ref Unsafe.Add(ref c, from * cRow);");
            w.Single("if (rows == 1 && !first)", "AddOuterProduct(to - from, n, ref Unsafe.Add(ref a, from), ref b, ref share, cRow);");
            w.Line("else");
            using (w.Indent())
            {
                w.Line("Tiles(to - from, n, rows, ref Unsafe.Add(ref a, from), 1, aRow, ref b, bRow,");
                using (w.Indent())
                    w.Line($"ref (first ? ref zero : ref share), first ? 0 : cRow, ref share, cRow{(hasLarge ? ", large" : "")});");
            }

            w.Gap();
            using (w.Block("for (int i = tiled; i < m && part == parts - 1; i++)"))
            {
                w.Line($"ref {t} ci = ref Unsafe.Add(ref c, i * cRow);");
                w.Line("RowProduct(n, rows, ref Unsafe.Add(ref a, i), aRow, ref b, bRow, ref zero, ref sum);");
                w.Line("ColumnSums(1, n, ref sum, 0, ref (first ? ref zero : ref ci), ref ci);");
            }

            w.Gap();
            w.Single("if (first && n < cRow)", "Matrix.ClearPadding((part == parts - 1 ? m : to) - from, n, ref share, (int)cRow);");
        }

        AddOuterProduct(w, v);
    }

    /// <summary>The gradient of the left factor: a product whose right factor has to be transposed.</summary>
    public static void TransposedProduct(CodeWriter w, Vocabulary v, bool hasLarge, bool hasPieces)
    {
        string t = v.Scalar;
        int panel = 2 * v.LineLanes;
        w.Gap();
        w.Line($"""
            /// <summary>c = a b^T: a is [m x depth], b is [count x depth], c is [m x n], where n is count with its padding.</summary>
            /// <remarks>{panel} rows of b at a time are transposed into the panel, which stays in the cache while all rows of a pass by.</remarks>
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static void TransposedProduct{(hasPieces ? "OfPieces" : "")}(
                int m, int n, int count, int depth, {(hasPieces ? "int piece, int used, " : "")}ref {t} a, nint aRow, ref {t} b, nint bRow,
                ref {t} zero, ref {t} panel, ref {t} c, nint cRow)
            """);
        using (w.Block())
        {
            using (w.Block($"for (int j = 0; j < n; j += {panel})"))
            {
                w.Line($"int columns = Math.Min({panel}, n - j);");
                w.Line($"Matrix.Transpose(Math.Min(columns, count - j), depth, ref Unsafe.Add(ref b, j * bRow), bRow, ref panel, columns, {panel});");
                if (hasPieces)
                {
                    w.Line("// The padding behind each piece counts in no sum, whatever stands there.");
                    w.Single("for (int k = 0; k < depth; k += piece)", $"MemoryMarshal.CreateSpan(ref Unsafe.Add(ref panel, (k + used) * {panel}), (piece - used) * {panel}).Clear();");
                }

                w.Line($"Product(m, columns, depth, ref a, aRow, 1, ref panel, {panel}, ref zero, 0, ref Unsafe.Add(ref c, j), cRow{(hasLarge ? ", large: false" : "")});");
            }
        }
    }

    /// <summary>The sums of the columns of a matrix.</summary>
    public static void ColumnSums(CodeWriter w, Vocabulary v)
    {
        string t = v.Scalar;
        w.Gap();
        w.Line($"""
            /// <summary>c = start + the sum of the m rows of a, each [n].</summary>
            {Vocabulary.Optimized}
            private static void ColumnSums(int m, int n, ref {t} a, nint aRow, ref {t} start, ref {t} c)
            """);
        using (w.Block())
        using (w.Block($"for (int j = 0; j < n; j += {v.Lanes})"))
        {
            w.Line($"{v.Vector} sum = {v.Vector}.Zero;");
            w.Line($"ref {t} ai = ref Unsafe.Add(ref a, j);");
            using (w.Block("for (int i = 0; i < m; i++)"))
            {
                w.Line($"sum += {v.VectorClass}.LoadUnsafe(ref ai);");
                w.Line("ai = ref Unsafe.Add(ref ai, aRow);");
            }

            w.Gap();
            w.Line(v.Store($"{v.Load("start", "j")} + sum", "c", "j"));
        }
    }

    /// <summary>The gradient that a single sample adds.</summary>
    private static void AddOuterProduct(CodeWriter w, Vocabulary v)
    {
        string t = v.Scalar;
        w.Gap();
        w.Line($"""
            /// <summary>c += a^T b for one sample: a is [m], b is [n], c is [m x n]. Rows of c that meet a zero stay as they are.</summary>
            {Vocabulary.Optimized}
            private static void AddOuterProduct(int m, int n, ref {t} a, ref {t} b, ref {t} c, nint cRow)
            """);
        using (w.Block())
        using (w.Block("for (int i = 0; i < m; i++, c = ref Unsafe.Add(ref c, cRow))"))
        {
            w.Line($"{t} ai = Unsafe.Add(ref a, i);");
            w.Single("if (ai == 0)", "continue;");
            w.Line($"{v.Vector} factor = {v.Spread("ai")};");
            w.Line($"for (int j = 0; j < n; j += {v.Lanes})");
            using (w.Indent())
                w.Line(v.Store($"{v.VectorClass}.MultiplyAddEstimate(factor, {v.Load("b", "j")}, {v.Load("c", "j")})", "c", "j"));
        }
    }
}
