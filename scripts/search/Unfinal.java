// Rewrites classes of a jar without the word final on their methods: the jar's Lucene is newer than the core was built
// for, and the core overrides some. Arguments: the jar, a folder for the classes, their names.
import jdk.internal.org.objectweb.asm.*;
import java.nio.file.*;
import java.util.zip.*;
public class Unfinal {
    public static void main(String[] a) throws Exception {
        try
            (ZipFile z = new ZipFile(a[0])) {
            for (int i = 2; i < a.length; i++) {
                String n = a[i] + ".class";
                ClassReader r = new ClassReader(z.getInputStream(z.getEntry(n)));
                ClassWriter w = new ClassWriter(0);
                r.accept(new ClassVisitor(Opcodes.ASM8, w) {
                    public MethodVisitor visitMethod(int acc, String nm, String d, String s, String[] e) { return super.visitMethod(acc & ~Opcodes.ACC_FINAL, nm, d, s, e); }
                }, 0);
                Path p = Paths.get(a[1], n);
                Files.createDirectories(p.getParent());
                Files.write(p, w.toByteArray());
            }
        }
    }
}
