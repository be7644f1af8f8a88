# Compiles all of the candidate's files to ../out. The libraries are on the class path only where a file names one of their
# packages: looking into them takes a fifth of the compiler's time.
find . -name '*.java' >../sources
libraries=
if grep -rqF -f /opt/assay/java/packages --include='*.java' .; then libraries=/opt/assay/java/libraries.jar:; fi
exec javac -J-XX:AOTCache=/opt/assay/java/javac.aot \
  -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -J-XX:-UsePerfData -J-Xmx256m \
  -proc:none -encoding UTF-8 -Xlint:-options -parameters -cp "${libraries}../out" -d ../out @../sources
